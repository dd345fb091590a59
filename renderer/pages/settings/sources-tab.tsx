import SpaceBetween from '@cloudscape-design/components/space-between';
import { Failed, Loading } from '../../components/states.tsx';
import { useAnswer } from '../../queries/use-answer.ts';
import { BillTags } from './bill-tags.tsx';
import { OperationsTable } from './operations-table.tsx';
import { PollingPanel } from './polling-panel.tsx';
import { SourcesTable } from './sources-table.tsx';
import { VerifyDigests } from './verify-digests.tsx';

/** What is read, how often, what that costs, and every call that was made for it this month. */
export function SourcesTab() {
  const settings = useAnswer('settings.get', {});
  const polling = useAnswer('polling.get', {});
  const watching = useAnswer('watching.get', {});
  const error = settings.error ?? polling.error ?? watching.error;
  if (error !== null) {
    const retry = () => {
      for (const { refetch } of [settings, polling, watching]) void refetch();
    };
    return <Failed what="Sources" error={error} onRetry={retry} />;
  }
  if (settings.data === undefined || polling.data === undefined || watching.data === undefined) {
    return <Loading label="sources" height={480} />;
  }
  return (
    <SpaceBetween size="l">
      <PollingPanel settings={settings.data} polling={polling.data} watching={watching.data} />
      <SourcesTable settings={settings.data} polling={polling.data} />
      <BillTags settings={settings.data} />
      <VerifyDigests settings={settings.data} />
      <OperationsTable watching={watching.data} />
    </SpaceBetween>
  );
}
