import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { RouteKind } from '../../../../shared/access/catalogue/route.ts';
import type {
  PartProof,
  PolicyText,
  StatementProof,
} from '../../../../shared/api/access-answers.ts';

/** What is called, for a reader. */
export const ROUTE_WORDS: Readonly<Record<RouteKind, string>> = {
  'foundation-model': 'The foundation model itself',
  'inference-profile': 'Through an inference profile of AWS',
  'application-inference-profile': 'Through an application inference profile',
  'prompt-router': 'Through a prompt router',
  'provisioned-model': 'Provisioned throughput',
  'custom-model-deployment': 'Custom model deployment',
  'imported-model': 'Imported model',
  'marketplace-endpoint': 'Marketplace endpoint',
  mantle: 'Through bedrock-mantle',
};

/** What a resource is to the call. */
export const ROLE_WORDS: Readonly<Record<PartProof['role'], string>> = {
  called: 'Called',
  profile: 'Profile behind it',
  destination: 'Destination',
  project: 'Project',
};

/** The sort of a policy. */
export const POLICY_WORDS: Readonly<Record<PolicyText['type'], string>> = {
  identity: 'Identity policy',
  boundary: 'Permissions boundary',
  session: 'Session policy',
  scp: 'SCP',
  rcp: 'RCP',
  resource: 'Resource policy',
};

/** Where a statement stands: `Identity policy ml-platform (attached), statement AllowClaude`. */
export function placeWords({ type, policyName, via, sid, index }: StatementProof): string {
  const how = via === '' ? '' : ` (${via})`;
  return `${POLICY_WORDS[type]} ${policyName}${how}, statement ${sid ?? index}`;
}

/** What a statement does to the call: `allows it`, `denies it if ...`, `does not apply: another action`. */
export function verdictWords({ effect, applies, missed, conditions }: StatementProof): string {
  const verb = effect === 'Allow' ? 'allows' : 'denies';
  const words = conditions.map((condition) => condition.words).join('; ');
  if (applies === 'yes') return words === '' ? `${verb} it` : `${verb} it: ${words}`;
  if (applies === 'perhaps') {
    return words === '' ? `perhaps ${verb} it` : `perhaps ${verb} it: ${words}`;
  }
  return `does not apply: ${missed === 'condition' && words !== '' ? words : MISSED_WORDS[missed ?? 'condition']}`;
}

const MISSED_WORDS: Readonly<Record<NonNullable<StatementProof['missed']>, string>> = {
  action: 'it names other actions',
  resource: 'it names other resources',
  principal: 'it names other principals',
  condition: 'its condition does not hold',
};

/** The icon of a statement: it opens, it stops, it may do so, or it says nothing. */
export function verdictType({ effect, applies }: StatementProof): StatusIndicatorProps.Type {
  if (applies === 'no') return 'stopped';
  if (applies === 'perhaps') return 'warning';
  return effect === 'Allow' ? 'success' : 'error';
}
