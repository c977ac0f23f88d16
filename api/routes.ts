import type { Route } from './http/route.ts'

/** Every route of the API. The app mounts them, OpenAPI describes them, the role matrix walks them. */
export const routes: readonly Route[] = []
