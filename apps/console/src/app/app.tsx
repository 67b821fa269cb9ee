import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components';
import { LanguageProvider } from './language.js';
import { router } from './router.js';

const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000 } } });

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        {(language) => <I18nProvider locale={`${language}-CA`}><RouterProvider router={router} /></I18nProvider>}
      </LanguageProvider>
    </QueryClientProvider>
  );
}
