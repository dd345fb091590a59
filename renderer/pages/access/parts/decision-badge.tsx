import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { DecisionWord } from '../../../../shared/api/access-answers.ts';
import { DECISION_TYPE } from '../access-words.ts';

/** A decision in a word and an icon. */
export function DecisionBadge({ decision }: { readonly decision: DecisionWord }) {
  return <StatusIndicator type={DECISION_TYPE[decision]}>{decision}</StatusIndicator>;
}
