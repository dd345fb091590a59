import Link from '@cloudscape-design/components/link';
import type { SpendGroup } from '../../../../shared/api/answers.ts';
import { NOT_KNOWN, VALUE_NOT_KNOWN } from '../../../../shared/cost/grouping.ts';
import { Breakable } from '../../../components/breakable.tsx';
import { principalName } from '../../../components/principal-name.ts';
import { RegionName } from '../../../components/region-name.tsx';
import { writeFilters } from '../../../filters.ts';
import { navigate, useLocation } from '../../../navigation.ts';
import type { Grouping } from '../../../spend/grouping.ts';
import { narrowedTo } from '../usage-input.ts';
import { type CostValues, costFilters, NO_CALLS } from './cost-filters.ts';

interface GroupNameProps {
  readonly group: SpendGroup;
  readonly groupBy: Grouping;
}

/** What is not known cannot be narrowed to. */
const NOBODY: readonly string[] = [NOT_KNOWN, VALUE_NOT_KNOWN];

/** A group by its name; the name narrows the tab to it, one step deeper. */
export function GroupName({ group, groupBy }: GroupNameProps) {
  const { search } = useLocation();
  const name =
    groupBy === 'region' ? (
      <RegionName region={group.key} />
    ) : (
      <span title={group.key}>
        <Breakable text={principalName(group.label)} />
      </span>
    );
  if (NOBODY.includes(group.key)) return name;
  const href = `/spend${writeFilters(costFilters, search, deeper(groupBy, group.key))}`;
  return (
    <Link
      href={href}
      fontSize="inherit"
      onFollow={(event) => {
        event.preventDefault();
        event.stopPropagation();
        navigate(href);
      }}
    >
      {name}
    </Link>
  );
}

/** One step deeper: a model by its principals, everything else by its models. */
function deeper(groupBy: Grouping, key: string): Partial<CostValues> {
  const next = groupBy === 'model' ? 'principal' : 'model';
  return { ...narrowedTo(groupBy, key), ...NO_CALLS, groupBy: next, offset: 0 };
}
