/** Has the browser keep the pages themselves, so that they open without a network. Only secure addresses may. */
export function keepPages(): void {
  if (!import.meta.env.PROD || !canKeepPages()) return
  navigator.serviceWorker.register('/sw.js').catch(() => {
    // A browser that won't (a private window, say) goes on as without.
  })
}

export const canKeepPages = () => 'serviceWorker' in navigator
