import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { Settings } from '../../../shared/api/answers.ts';
import { Money } from '../../components/money.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { useCall } from '../../queries/use-call.ts';
import { leastMonthlyUsd, tagKeysIn } from './bill-tag-words.ts';

const MOST_READ = 500;

/** By which cost allocation tags the bill is read: each is a paid question of its own. */
export function BillTags({ settings }: { readonly settings: Settings }) {
  const tags = useAnswer('inventory.list', {
    dataset: 'cost-allocation-tags',
    offset: 0,
    limit: MOST_READ,
  });
  const save = useCall('settings.update', { changes: ['settings.get', 'polling.get'] });
  const rows = tags.data?.rows ?? [];
  const known = tagKeysIn(rows);
  const { billTagKeys: chosen, polling } = settings;
  const payers = new Set(rows.map(({ accountId }) => accountId)).size;
  const keys = chosen ?? known.slice(0, 5);
  const monthly = leastMonthlyUsd(keys.length, Math.max(payers, 1), polling.minutes.bill);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Cost Explorer charges $0.01 for each page of each key; days that are closed are asked once"
        >
          Tags of the bill
        </Header>
      }
    >
      <SpaceBetween size="s">
        <Toggle
          checked={chosen !== null}
          disabled={save.isPending}
          description="Otherwise the first five active ones by name are read, and coverage names the rest"
          onChange={({ detail }) => save.mutate({ billTagKeys: detail.checked ? [...keys] : null })}
        >
          Choose the cost allocation tags that the bill is read by
        </Toggle>
        {chosen !== null && (
          <FormField
            label="Tag keys"
            description={
              known.length === 0
                ? 'No active cost allocation tag is known yet: a scan of the management account reads them.'
                : `${countOf(known.length, 'active key')} of ${countOf(payers, 'account')} that pay`
            }
          >
            <Multiselect
              selectedOptions={chosen.map((value) => ({ label: value, value }))}
              options={[...new Set([...known, ...chosen])].sort().map((value) => ({
                label: value,
                value,
                ...(!known.includes(value) && { description: 'Not active' }),
              }))}
              filteringType="auto"
              placeholder="None: the bill is not read by tag"
              disabled={save.isPending}
              onChange={({ detail }) =>
                save.mutate({
                  billTagKeys: detail.selectedOptions.flatMap(({ value }) => value ?? []),
                })
              }
            />
          </FormField>
        )}
        <span>
          {countOf(keys.length, 'key')}: at least <Money usd={monthly} /> in 30 days at this
          interval, and once a page or more of each for its history.
        </span>
        {save.error === null ? null : <Alert type="error">{save.error.message}</Alert>}
      </SpaceBetween>
    </Container>
  );
}
