import type {
  TrailBasicSelector,
  TrailFieldSelector,
  TrailSelectors,
} from '../../../../../shared/model/dataset.ts';

/** What GetEventSelectors answers: a trail has either basic or advanced selectors, never both. */
export function eventSelectors({ basic, advanced }: TrailSelectors): object {
  if (advanced.length === 0) return { EventSelectors: basic.map(basicSelector) };
  return {
    AdvancedEventSelectors: advanced.map(({ name, fields }) => ({
      Name: name ?? undefined,
      FieldSelectors: fields.map(fieldSelector),
    })),
  };
}

function basicSelector(selector: TrailBasicSelector): object {
  return {
    ReadWriteType: selector.readWriteType,
    IncludeManagementEvents: selector.managementEvents,
    DataResources: selector.dataResources.map(({ type, values }) => ({
      Type: type,
      Values: values,
    })),
    ExcludeManagementEventSources: selector.excludedSources,
  };
}

function fieldSelector(selector: TrailFieldSelector): object {
  return {
    Field: selector.field,
    Equals: unlessEmpty(selector.equals),
    StartsWith: unlessEmpty(selector.startsWith),
    EndsWith: unlessEmpty(selector.endsWith),
    NotEquals: unlessEmpty(selector.notEquals),
    NotStartsWith: unlessEmpty(selector.notStartsWith),
    NotEndsWith: unlessEmpty(selector.notEndsWith),
  };
}

function unlessEmpty(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values;
}
