/** The one queue that workers of this product listen on. */
export const TASK_QUEUE = 'shouyue'
