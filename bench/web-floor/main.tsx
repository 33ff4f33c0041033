import { createRoot } from 'react-dom/client';
import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';

/** Only React and the router: the floor that the officer's page is compared with. */
const router = createRouter({ routeTree: createRootRoute({ component: () => <h1 id="ready">Sàn so sánh</h1> }) });
createRoot(document.getElementById('root')!).render(<RouterProvider router={router} />);
