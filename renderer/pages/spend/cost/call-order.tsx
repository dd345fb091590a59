import Select from '@cloudscape-design/components/select';
import { CALL_ORDERS } from './cost-filters.ts';

type CallOrderId = (typeof CALL_ORDERS)[number];

const NAMES: Readonly<Record<CallOrderId, string>> = {
  'time-desc': 'Newest first',
  'time-asc': 'Oldest first',
  'tokens-desc': 'Most tokens first',
  'latency-desc': 'Slowest first',
};

interface CallOrderProps {
  readonly chosen: CallOrderId;
  readonly onChoose: (order: CallOrderId) => void;
}

/** In which order single invocations stand; the backend sorts all of them, not one page. */
export function CallOrder({ chosen, onChoose }: CallOrderProps) {
  return (
    <Select
      inlineLabelText="Order"
      selectedOption={{ value: chosen, label: NAMES[chosen] }}
      options={CALL_ORDERS.map((value) => ({ value, label: NAMES[value] }))}
      onChange={({ detail }) => {
        const next = CALL_ORDERS.find((order) => order === detail.selectedOption.value);
        if (next !== undefined) onChoose(next);
      }}
      expandToViewport
    />
  );
}
