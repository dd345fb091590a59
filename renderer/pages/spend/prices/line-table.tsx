import Select from '@cloudscape-design/components/select';
import { Empty, Failed } from '../../../components/states.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { useAnswer } from '../../../queries/use-answer.ts';
import { PRICE_COLUMNS, priceKey } from '../../../spend/price-columns.tsx';
import { useModelOptions } from '../parts/use-model-options.ts';

interface LineTableProps {
  /** Empty until one is chosen. */
  readonly modelId: string;
  readonly onModel: (modelId: string) => void;
}

/** Every line of the price book that prices a model, used in this period or not. */
export function LineTable({ modelId, onModel }: LineTableProps) {
  const options = useModelOptions();
  const lines = useAnswer('prices.list', { modelId }, { enabled: modelId !== '' });
  if (lines.error !== null) {
    return <Failed what="Price lines" error={lines.error} onRetry={() => void lines.refetch()} />;
  }
  return (
    <DataTable
      id="spend-price-lines"
      wrap
      title="Price lines"
      description="Lines of all sources that can price this model; of several that fit, the first source in precedence holds."
      columns={PRICE_COLUMNS}
      rows={lines.data ?? []}
      trackBy={priceKey}
      loading={modelId !== '' && lines.isPending}
      initialSort={{ columnId: 'unit', descending: false }}
      filter={
        <Select
          inlineLabelText="Model"
          placeholder="Choose a model"
          filteringType="auto"
          selectedOption={
            options.find(({ value }) => value === modelId) ??
            (modelId === '' ? null : { value: modelId, label: modelId })
          }
          options={options}
          onChange={({ detail }) => onModel(detail.selectedOption.value ?? '')}
        />
      }
      empty={
        modelId === '' ? (
          <Empty title="No model is chosen">Choose one to see every line that can price it.</Empty>
        ) : (
          <Empty title="No line prices this model">
            Its usage is told as unpriced. Enter a price under Your prices if you know it.
          </Empty>
        )
      }
      main
    />
  );
}
