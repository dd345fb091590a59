import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { PageLink } from '../../components/page-link.tsx';
import { countOf, exactCount } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { callersWords } from './model-words.ts';
import { useApproval } from './use-approval.ts';

/** What a model of one's own was used for, and whether it is approved. */
export function OwnModelHead({ modelId }: { readonly modelId: string }) {
  const approve = useApproval();
  const inventory = useAnswer('models.inventory', {});
  const model = inventory.data?.models.find((row) => row.modelId === modelId);
  if (model === undefined) return null;
  const { approved, label, use, provisionedUnits } = model;
  return (
    <SpaceBetween size="s">
      <Button
        variant={approved ? 'normal' : 'primary'}
        ariaLabel={approved ? `Disapprove ${label}` : `Approve ${label}`}
        onClick={() => approve(model, !approved)}
      >
        {approved ? 'Disapprove' : 'Approve'}
      </Button>
      <KeyValuePairs
        columns={3}
        minColumnWidth={170}
        items={[
          { label: 'Approved', value: approved ? 'yes' : 'no' },
          { label: 'Calls, 30 days', value: exactCount(use.calls) },
          { label: 'Called by', value: callersWords(model) || 'nobody seen' },
          {
            label: 'Bought capacity',
            value: provisionedUnits === 0 ? 'none' : countOf(provisionedUnits, 'model unit'),
          },
          {
            label: 'What made and serves it',
            value: (
              <PageLink to="/models" query={{ id: modelId }}>
                all about it
              </PageLink>
            ),
          },
        ]}
      />
    </SpaceBetween>
  );
}
