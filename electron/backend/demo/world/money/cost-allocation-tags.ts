import type { CostAllocationTag } from '../../../../../shared/model/dataset.ts';
import { addDays } from '../../../../../shared/model/period.ts';
import type { Calendar } from '../calendar.ts';
import { ACCOUNT } from '../organization.ts';

/**
 * Cost allocation tags: the organisation tells bills apart by `team` and by who made a resource;
 * `app` and `cost-center` are in use but not switched on. AWS tells them to a management account and
 * to an account of its own alone (Billing user guide, "Using user-defined cost allocation tags").
 */
export function costAllocationTagsOf(
  accountId: string,
  calendar: Calendar,
): readonly CostAllocationTag[] | null {
  const switchedAt = `${addDays(calendar.firstDay, -120)}T09:12:44Z`;
  const lastUsedAt = `${calendar.today}T00:00:00Z`;
  const used = { lastUpdatedAt: switchedAt, lastUsedAt };
  if (accountId === ACCOUNT.management) {
    return [
      { key: 'aws:createdBy', type: 'AWSGenerated', active: true, ...used },
      { key: 'team', type: 'UserDefined', active: true, ...used },
      { key: 'environment', type: 'UserDefined', active: true, ...used },
      { key: 'app', type: 'UserDefined', active: false, lastUpdatedAt: null, lastUsedAt },
      { key: 'cost-center', type: 'UserDefined', active: false, ...used, lastUsedAt: null },
    ];
  }
  if (accountId !== ACCOUNT.sandbox) return null;
  return [{ key: 'project', type: 'UserDefined', active: false, lastUpdatedAt: null, lastUsedAt }];
}
