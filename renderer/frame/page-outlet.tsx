import Button from '@cloudscape-design/components/button';
import ErrorBoundary from '@cloudscape-design/components/error-boundary';
import { Suspense } from 'react';
import { PageLink } from '../components/page-link.tsx';
import { Empty, Loading } from '../components/states.tsx';
import { useLocation } from '../navigation.ts';
import { pageAt } from '../pages/index.ts';
import { PageExports } from './page-exports.tsx';

const PAGE_HEIGHT = 480;

/** The page of the address. A page that breaks says so and leaves the frame standing. */
export function PageOutlet() {
  const { path } = useLocation();
  const page = pageAt(path);
  if (page === undefined) {
    return (
      <Empty title={`There is no page at ${path}`} action={<PageLink to="/">Overview</PageLink>} />
    );
  }
  const Component = page.component;
  return (
    <ErrorBoundary
      key={path}
      onError={({ error }) => console.error(error)}
      i18nStrings={{
        headerText: `${page.title} stopped working`,
        descriptionText: 'Nothing was lost. Load the page again; if it happens again, report it.',
      }}
      renderFallback={({ header, description }) => (
        <Empty
          title={typeof header === 'string' ? header : `${page.title} stopped working`}
          action={
            <Button iconName="refresh" onClick={() => window.location.reload()}>
              Load again
            </Button>
          }
        >
          {description}
        </Empty>
      )}
    >
      <Suspense fallback={<Loading label={page.title} height={PAGE_HEIGHT} />}>
        <PageExports hasPeriod={page.hasPeriod}>
          <Component />
        </PageExports>
      </Suspense>
    </ErrorBoundary>
  );
}
