import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Unreached } from '../api/api.js';
import { ToastProvider } from '../kit/toasts.js';
import { LanguageProvider } from '../session/language.js';
import { router } from './router.js';

/** What is read while the line is away is asked for again until it is back; what was refused is not. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: (_count, error) => error instanceof Unreached,
      retryDelay: (count) => Math.min(15_000, 500 * 2 ** count),
      staleTime: 5_000,
    },
  },
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        {(language) => (
          <I18nProvider locale={`${language}-CA`}>
            <ToastProvider>
              <RouterProvider router={router} />
            </ToastProvider>
          </I18nProvider>
        )}
      </LanguageProvider>
    </QueryClientProvider>
  );
}
