import type { Trail } from '../../../../../shared/model/dataset.ts';

const BASIC_DATA_TYPES: Readonly<Record<string, string>> = {
  'AWS::S3::Object': 'arn:aws:s3',
  'AWS::Lambda::Function': 'arn:aws:lambda',
  'AWS::DynamoDB::Table': 'arn:aws:dynamodb',
};
const BASIC_EXCLUSIONS: readonly string[] = ['kms.amazonaws.com', 'rdsdata.amazonaws.com'];

const READ_WRITE = { all: 'All', 'read-only': 'ReadOnly', 'write-only': 'WriteOnly' } as const;

/** What GetEventSelectors answers: a trail has either basic or advanced selectors, never both. */
export interface EventSelectors {
  readonly basic: readonly object[] | null;
  readonly advanced: readonly object[] | null;
}

/**
 * The selectors of a trail: advanced ones where basic ones cannot say it (data events other than
 * S3, Lambda and DynamoDB; excluded sources other than KMS and RDS Data API).
 */
export function eventSelectors(trail: Trail): EventSelectors {
  const fits =
    trail.dataResourceTypes.every((type) => type in BASIC_DATA_TYPES) &&
    trail.excludedSources.every((source) => BASIC_EXCLUSIONS.includes(source));
  return fits
    ? { basic: [basicSelector(trail)], advanced: null }
    : { basic: null, advanced: advancedSelectors(trail) };
}

function basicSelector(trail: Trail): object {
  const { managementEvents } = trail;
  return {
    ReadWriteType: managementEvents === 'none' ? 'All' : READ_WRITE[managementEvents],
    IncludeManagementEvents: managementEvents !== 'none',
    DataResources: trail.dataResourceTypes.map((Type) => ({
      Type,
      Values: [BASIC_DATA_TYPES[Type] ?? Type],
    })),
    ExcludeManagementEventSources: trail.excludedSources,
  };
}

function advancedSelectors(trail: Trail): readonly object[] {
  const data = trail.dataResourceTypes.map((type) => ({
    Name: `Data events of ${type}`,
    FieldSelectors: [equals('eventCategory', 'Data'), equals('resources.type', type)],
  }));
  return trail.managementEvents === 'none' ? data : [managementSelector(trail), ...data];
}

function managementSelector(trail: Trail): object {
  const { managementEvents, excludedSources } = trail;
  const readOnly = String(managementEvents === 'read-only');
  return {
    Name: 'Management events',
    FieldSelectors: [
      equals('eventCategory', 'Management'),
      ...(managementEvents === 'all' ? [] : [equals('readOnly', readOnly)]),
      ...(excludedSources.length === 0
        ? []
        : [{ Field: 'eventSource', NotEquals: excludedSources }]),
    ],
  };
}

function equals(field: string, value: string): object {
  return { Field: field, Equals: [value] };
}
