import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { KeptPot } from '../../../../shared/api/answers.ts';
import { POT_NAMES, SHARED_POTS, type SharedPot } from '../../../../shared/model/shared-cost.ts';
import { Empty, Failed } from '../../../components/states.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { useAnswer } from '../../../queries/use-answer.ts';
import { SharedEditor } from './shared-editor.tsx';
import { spreadWords } from './shared-form.ts';

/** How costs that no team caused are spread over teams, and the way to change it. */
export function SharedCosts({ kept }: { readonly kept: readonly KeptPot[] }) {
  const [edited, setEdited] = useState(false);
  const settings = useAnswer('settings.get', {});
  if (settings.error !== null) {
    return (
      <Failed what="Shared costs" error={settings.error} onRetry={() => void settings.refetch()} />
    );
  }
  const rules = settings.data?.sharedCostRules ?? [];
  const words = (pot: SharedPot) => spreadWords(rules, pot);
  const reason = (pot: SharedPot) => kept.find((each) => each.pot === pot)?.reason ?? '';
  return (
    <>
      <DataTable
        id="spend-shared-costs"
        title="Shared costs"
        description="Costs that no team caused by itself. Parts add up to the cost exactly."
        columns={[
          {
            id: 'pot',
            header: 'Pot',
            cell: (pot) => POT_NAMES[pot],
            csv: (pot) => POT_NAMES[pot],
            width: 220,
          },
          { id: 'spread', header: 'Spread', cell: words, csv: words, width: 280, grow: 2 },
          { id: 'note', header: 'This month', cell: reason, csv: reason, width: 240, grow: 2 },
        ]}
        rows={SHARED_POTS}
        trackBy={(pot) => pot}
        loading={settings.isPending}
        actions={
          <Button disabled={settings.data === undefined} onClick={() => setEdited(true)}>
            Change
          </Button>
        }
        empty={<Empty title="No shared costs" />}
        main
      />
      {edited ? <SharedEditor rules={rules} onClose={() => setEdited(false)} /> : null}
    </>
  );
}
