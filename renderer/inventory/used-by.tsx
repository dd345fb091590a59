import type { InventoryAnswer } from '../../shared/api/answers.ts';
import { PageLink } from '../components/page-link.tsx';
import { useWholeInventories } from '../queries/use-whole-inventory.ts';
import { entriesOf } from './describe.ts';
import type { Entry } from './entry.ts';
import { usersOf } from './related.ts';

/** What may use others: only these name knowledge bases, agents and prompts. */
const USERS = ['agents', 'flows'] as const;

/** The agents and flows that use an entry. */
export function UsedBy({ entry }: { readonly entry: Entry }) {
  const answers = useWholeInventories(USERS);
  const candidates = USERS.flatMap((dataset, at) => {
    const answer = answers[at]?.data as InventoryAnswer<typeof dataset> | undefined;
    return answer === undefined ? [] : entriesOf(dataset, answer);
  });
  return usersOf(entry, candidates).map(({ id, dataset, kind, name }) => (
    <div key={id}>
      Used by {kind.toLowerCase()}{' '}
      <PageLink to="/knowledge-agents" query={{ view: dataset, id }}>
        {name}
      </PageLink>
    </div>
  ));
}
