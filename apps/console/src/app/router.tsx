import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Shell } from './shell.js';

const root = createRootRoute({ component: Shell });

/** One line a screen; each screen is a chunk of its own. */
const screens = [
  createRoute({ getParentRoute: () => root, path: '/', component: lazyRouteComponent(() => import('../screens/home/home.js'), 'Home') }),
  createRoute({ getParentRoute: () => root, path: '/kit', component: lazyRouteComponent(() => import('../kit/page/kit-page.js'), 'KitPage') }),
];

export const router = createRouter({ routeTree: root.addChildren(screens), defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register { readonly router: typeof router }
}
