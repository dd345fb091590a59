import FormField from '@cloudscape-design/components/form-field';
import Toggle from '@cloudscape-design/components/toggle';
import { useAnswer } from '../../queries/use-answer.ts';
import { useCall } from '../../queries/use-call.ts';

/** Whether events are read through LookupEvents besides log files. */
export function LookupEventsSwitch() {
  const settings = useAnswer('settings.get', {});
  const save = useCall('settings.update', { changes: ['settings.get'] });
  const sources = settings.data?.sources ?? [];
  const without = sources.filter((kind) => kind !== 'events');
  return (
    <FormField
      label="Event history"
      description="90 days of management events without a bucket; free, but two requests a second"
      errorText={settings.error?.message ?? save.error?.message}
    >
      <Toggle
        checked={sources.includes('events')}
        disabled={settings.data === undefined || save.isPending}
        onChange={({ detail }) =>
          save.mutate({ sources: detail.checked ? [...without, 'events'] : without })
        }
      >
        Read events through LookupEvents
      </Toggle>
    </FormField>
  );
}
