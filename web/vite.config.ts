import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precache } from './precache.ts'

/** Where `npm run web:dev` finds the API. */
const API = `http://127.0.0.1:${process.env['PORT'] || 7300}`
const proxy = Object.fromEntries(
  ['/api', '/docs', '/openapi.json', '/problems'].map((path) => [path, { target: API, changeOrigin: true }]),
)

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precache()],
  server: { host: '127.0.0.1', port: 7301, proxy },
  build: {
    target: 'es2022',
    emptyOutDir: true,
    // The API packs files itself; its script reports the sizes.
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    manifest: true,
    rolldownOptions: {
      input: { index: `${import.meta.dirname}/index.html`, sw: `${import.meta.dirname}/serviceWorker.ts` },
      output: {
        // A service worker is known by its address, so its name stays.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
