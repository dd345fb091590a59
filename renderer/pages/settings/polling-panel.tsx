import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { PollingAnswer, Settings, WatchingAnswer } from '../../../shared/api/answers.ts';
import type { Usd } from '../../../shared/model/usd.ts';
import { Money } from '../../components/money.tsx';
import { useCall } from '../../queries/use-call.ts';
import { useWorkspace } from '../../workspace.ts';
import { plannedLabel, plannedUsd, pollingWarning } from './polling-warning.ts';
import { pollingInWords } from './source-words.ts';
import { WatchingCap } from './watching-cap.tsx';

interface PollingPanelProps {
  readonly settings: Settings;
  readonly polling: PollingAnswer;
  readonly watching: WatchingAnswer;
}

/** What watching costs, the limit it keeps to, and whether Assay reads again by itself. */
export function PollingPanel({ settings, polling, watching }: PollingPanelProps) {
  const { month, usd, capUsd, lastScanUsd } = watching;
  const planned = plannedUsd(settings, polling);
  const warning = polling.running ? pollingWarning(settings, polling, capUsd) : null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Every metered AWS call that Assay makes is counted, priced, and stopped at the limit"
        >
          Cost of watching
        </Header>
      }
    >
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={4}
          items={[
            { label: `This month (${month})`, value: <Figure usd={usd} /> },
            { label: 'Newest scan', value: <Figure usd={lastScanUsd} none="no scan yet" /> },
            {
              label: plannedLabel(settings, polling),
              value: <Figure usd={planned} none="not known yet" />,
            },
            { label: 'Limit a month', value: <Figure usd={capUsd} /> },
          ]}
        />
        {warning === null ? null : (
          <Alert type="warning" header="Polling costs more than the limit">
            {warning}
          </Alert>
        )}
        <div className="settings-columns">
          <WatchingCap key={capUsd} capUsd={capUsd} />
          <PollingSwitch settings={settings} polling={polling} />
        </div>
      </SpaceBetween>
    </Container>
  );
}

function Figure({ usd, none }: { readonly usd: Usd | null; readonly none?: string }) {
  return (
    <Box fontSize="heading-l" fontWeight="bold">
      {usd === null ? none : <Money usd={usd} />}
    </Box>
  );
}

function PollingSwitch({ settings, polling }: Pick<PollingPanelProps, 'settings' | 'polling'>) {
  const save = useCall('settings.update', { changes: ['settings.get', 'polling.get'] });
  const { demo } = useWorkspace();
  const { on } = settings.polling;
  return (
    <FormField
      label="Polling"
      description={pollingInWords(polling.running, demo)}
      errorText={save.error?.message}
    >
      <Toggle
        checked={on && !demo}
        disabled={save.isPending || demo}
        onChange={({ detail }) =>
          save.mutate({ polling: { ...settings.polling, on: detail.checked } })
        }
      >
        {on && !demo ? 'Reads again by itself' : 'Paused: reads only when asked to'}
      </Toggle>
    </FormField>
  );
}
