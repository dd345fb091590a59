import I18nProvider from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { DetailsProvider } from './components/details-panel.tsx';
import { NoticesProvider } from './components/notices.tsx';
import { Shell } from './frame/shell.tsx';
import type { PageApi } from './host.ts';
import { PageApiProvider } from './queries/page-api.ts';
import { createQueryClient } from './queries/query-client.ts';
import { ThemeProvider } from './theme/theme.tsx';

/** The whole page: what everything in it shares, around the frame. */
export function App({ api }: { readonly api: PageApi }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <ThemeProvider>
        <PageApiProvider value={api}>
          <QueryClientProvider client={queryClient}>
            <NoticesProvider>
              <DetailsProvider>
                <Shell />
              </DetailsProvider>
            </NoticesProvider>
          </QueryClientProvider>
        </PageApiProvider>
      </ThemeProvider>
    </I18nProvider>
  );
}
