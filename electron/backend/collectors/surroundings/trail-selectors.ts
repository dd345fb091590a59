import type {
  AdvancedFieldSelector,
  EventSelector,
  GetEventSelectorsResponse,
} from '@aws-sdk/client-cloudtrail';
import type {
  Trail,
  TrailBasicSelector,
  TrailFieldSelector,
  TrailSelectors,
} from '../../../../shared/model/dataset.ts';
import { list } from '../../aws/required.ts';

/** What selectors come to: the management events they take, and the types of data events. */
export type Recorded = Pick<Trail, 'managementEvents' | 'excludedSources' | 'dataResourceTypes'>;

/** What one event selector takes of the management events. */
interface ManagementSelector {
  readonly reads: boolean;
  readonly writes: boolean;
  readonly excluded: readonly string[];
}

/** The selectors as AWS keeps them, every field and operator. */
export function toSelectors(answer: GetEventSelectorsResponse): TrailSelectors {
  return {
    basic: list(answer.EventSelectors).map(toBasic),
    advanced: list(answer.AdvancedEventSelectors).map(({ Name, FieldSelectors }) => ({
      name: Name ?? null,
      fields: list(FieldSelectors).map(toField),
    })),
  };
}

function toBasic(selector: EventSelector): TrailBasicSelector {
  return {
    readWriteType: selector.ReadWriteType ?? 'All',
    managementEvents: selector.IncludeManagementEvents ?? true,
    excludedSources: list(selector.ExcludeManagementEventSources),
    dataResources: list(selector.DataResources).flatMap(({ Type, Values }) =>
      Type === undefined ? [] : [{ type: Type, values: list(Values) }],
    ),
  };
}

function toField(field: AdvancedFieldSelector): TrailFieldSelector {
  return {
    field: field.Field ?? '',
    equals: list(field.Equals),
    notEquals: list(field.NotEquals),
    startsWith: list(field.StartsWith),
    notStartsWith: list(field.NotStartsWith),
    endsWith: list(field.EndsWith),
    notEndsWith: list(field.NotEndsWith),
  };
}

/** What a trail with these selectors records; AWS keeps either basic or advanced ones. */
export function recordedBy({ basic, advanced }: TrailSelectors): Recorded {
  return advanced.length > 0
    ? fromAdvanced(advanced.map(({ fields }) => fields))
    : fromBasic(basic);
}

function fromBasic(selectors: readonly TrailBasicSelector[]): Recorded {
  const management = selectors
    .filter(({ managementEvents }) => managementEvents)
    .map(({ readWriteType, excludedSources }) => ({
      reads: readWriteType !== 'WriteOnly',
      writes: readWriteType !== 'ReadOnly',
      excluded: excludedSources,
    }));
  const types = selectors.flatMap(({ dataResources }) => dataResources.map(({ type }) => type));
  return recorded(management, types);
}

function fromAdvanced(selectors: readonly (readonly TrailFieldSelector[])[]): Recorded {
  const management = selectors
    .filter((of) => equals(of, 'eventCategory').includes('Management') && takesEveryEvent(of))
    .map((of) => ({
      reads: !equals(of, 'readOnly').includes('false'),
      writes: !equals(of, 'readOnly').includes('true'),
      excluded: of
        .filter(({ field }) => field === 'eventSource')
        .flatMap(({ notEquals }) => notEquals),
    }));
  return recorded(
    management,
    selectors.flatMap((of) => equals(of, 'resources.type')),
  );
}

/** A selector narrowed to some names or sources does not record management events as a whole. */
function takesEveryEvent(fields: readonly TrailFieldSelector[]): boolean {
  return fields.every(
    ({ field, equals: only, notEquals }) =>
      field === 'eventCategory' ||
      field === 'readOnly' ||
      (field === 'eventSource' && only.length === 0 && notEquals.length > 0),
  );
}

function recorded(management: readonly ManagementSelector[], types: readonly string[]): Recorded {
  const reads = management.filter((selector) => selector.reads);
  const writes = management.filter((selector) => selector.writes);
  return {
    managementEvents: kindOf(reads.length > 0, writes.length > 0),
    excludedSources: distinct([...excludedByAll(reads), ...excludedByAll(writes)]),
    dataResourceTypes: distinct(types),
  };
}

function kindOf(reads: boolean, writes: boolean): Trail['managementEvents'] {
  if (reads) return writes ? 'all' : 'read-only';
  return writes ? 'write-only' : 'none';
}

/** The sources that none of these selectors takes. */
function excludedByAll(selectors: readonly ManagementSelector[]): readonly string[] {
  const [first, ...others] = selectors;
  return list(first?.excluded).filter((source) =>
    others.every((other) => other.excluded.includes(source)),
  );
}

function equals(fields: readonly TrailFieldSelector[], name: string): readonly string[] {
  return fields.filter(({ field }) => field === name).flatMap((one) => one.equals);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
