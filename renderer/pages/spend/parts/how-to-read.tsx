import { PageLink } from '../../../components/page-link.tsx';
import { ScanButton } from '../../../components/scan-button.tsx';

/** What fills a tab of which nothing is known: a scan, or a folder that is imported. */
export function HowToRead() {
  return (
    <>
      <ScanButton />{' '}
      <PageLink to="/settings" query={{ tab: 'logs' }}>
        Import a folder
      </PageLink>
    </>
  );
}
