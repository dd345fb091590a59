import { listed } from '../../model/listed.ts';
import type { Decision } from '../evaluate/decide.ts';
import type { AttachedPolicy, PolicyType } from '../evaluate/request.ts';
import type { JudgedPart } from './judge-route.ts';

const NOUNS: Readonly<Record<PolicyType, string>> = {
  identity: 'policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'SCP',
  rcp: 'RCP',
  resource: 'resource policy',
};

/** As in `the SCP deny-regions (OU Workloads)`. */
export function policyWords(source: AttachedPolicy): string {
  const via = 'via' in source && typeof source.via === 'string' ? ` (${source.via})` : '';
  return `the ${NOUNS[source.type]} ${source.name}${via}`;
}

/** Who denies a part, in words that follow "which" or "denied, as". */
export function denierWords({ decision, action }: JudgedPart, principal: string): string {
  const deniers = decision.statements.filter(({ statement }) => statement.effect === 'Deny');
  if (deniers.length > 0) {
    const names = [...new Set(deniers.map(({ source }) => policyWords(source)))];
    return `${listed(names)} ${names.length > 1 ? 'deny' : 'denies'}`;
  }
  return `${silentWords(decision, principal)} ${action} for`;
}

/** What does not allow where nothing denies, up to the verb. */
function silentWords({ by }: Decision, principal: string): string {
  switch (by) {
    case 'scp':
      return 'no SCP allows at some level of the organisation';
    case 'rcp':
      return 'no RCP allows at some level of the organisation';
    case 'boundary':
      return `the permissions boundary of ${principal} does not allow`;
    case 'session':
      return `the session policy of ${principal} does not allow`;
    case 'resource-policy':
      return 'no resource policy allows';
    default:
      return `no policy of ${principal} allows`;
  }
}

const UNREAD: Readonly<Partial<Record<Decision['by'], string>>> = {
  scp: 'an SCP',
  rcp: 'an RCP',
  boundary: 'its permissions boundary',
  session: 'its session policy',
  'resource-policy': 'a resource policy',
};

/** Whose policy was not read, of a part that is unknown. */
export function unreadWords({ by }: Decision): string {
  return `${UNREAD[by] ?? 'one of its policies'} was not read`;
}

/** The condition keys that decide a part, each once. */
export function openKeys({ statements }: Decision): readonly string[] {
  return [...new Set(statements.flatMap(({ open }) => open.map(({ key }) => key)))].sort();
}
