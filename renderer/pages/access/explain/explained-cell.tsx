import type { AccessMatrix } from '../../../../shared/api/access-answers.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { principalLabel, principalName } from '../../../../shared/model/principal.ts';
import { DetailsPanel } from '../../../components/details-panel.tsx';
import { useFilters } from '../../../filters.ts';
import { type AccessTabId, cellFilters } from '../access-filters.ts';
import { rowName } from '../access-words.ts';
import { ExplainPanel } from './explain-panel.tsx';

interface ExplainedCellProps {
  readonly matrix: AccessMatrix | undefined;
  readonly tab: AccessTabId;
}

/** The proof of one cell beside the page, while the address names a principal and a model. */
export function ExplainedCell({ matrix, tab }: ExplainedCellProps) {
  const [{ principal, model }, update] = useFilters(cellFilters);
  if (principal === '' || model === '') return null;
  const row = matrix?.rows.find(({ principalArn }) => principalArn === principal);
  const label = matrix?.models.find(({ modelId }) => modelId === model)?.label;
  const name = row === undefined ? principalName(principalLabel(principal)) : rowName(row);
  const kept = { 'who-can': { principal: '' }, 'what-can': { model: '' } };
  return (
    <DetailsPanel
      title={`${name} and ${label ?? modelLabel(model)}`}
      onClose={() =>
        update(tab === 'who-can' || tab === 'what-can' ? kept[tab] : { principal: '', model: '' })
      }
    >
      <ExplainPanel key={`${principal} ${model}`} principalArn={principal} modelId={model} />
    </DetailsPanel>
  );
}
