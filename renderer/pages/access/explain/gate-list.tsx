import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { CallGate } from '../../../../shared/api/access-answers.ts';
import { Empty } from '../../../components/states.tsx';
import { gateGroups, type PlacedGate } from './gate-groups.ts';

const TYPE = { open: 'success', closed: 'error', unknown: 'pending' } as const;

const GATE_WORDS: Readonly<Record<CallGate['gate'], string>> = {
  entitlement: 'Entitlement',
  agreement: 'Agreement',
  'use-case': 'Use case form',
  'marketplace-subscribe': 'Marketplace subscription',
  guardrail: 'Guardrail',
  lifecycle: 'Lifecycle',
  'data-retention': 'Data retention',
};

/** What beside IAM a first call may meet, and in which Regions. */
export function GateList({ gates }: { readonly gates: readonly PlacedGate[] }) {
  if (gates.length === 0) return <Empty title="No gate beside IAM is known" />;
  return (
    <ul className="proof">
      {gateGroups(gates).map(({ gate, state, sentence, regions }) => (
        <li key={`${gate} ${state} ${sentence}`}>
          <StatusIndicator type={TYPE[state]} wrapText>
            <Box variant="strong" display="inline" color="inherit">
              {GATE_WORDS[gate]}, {state}
              {regions.length === 0 ? '' : ` in ${regions.join(', ')}`}:
            </Box>{' '}
            <span className="proof-words">{sentence}</span>
          </StatusIndicator>
        </li>
      ))}
    </ul>
  );
}
