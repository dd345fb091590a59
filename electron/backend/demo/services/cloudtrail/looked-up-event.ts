import { msOfInstant } from '../../../../../shared/model/period.ts';
import { isInput, textOf } from '../../protocols/input.ts';
import type { CloudTrailRecord } from '../../world/world.ts';

/** An event as LookupEvents shows it: a few members, and the whole record as JSON text. */
export interface LookedUpEvent {
  readonly EventId: string;
  readonly EventName: string;
  /** Text, not a boolean: `true` or `false`. */
  readonly ReadOnly: string;
  readonly AccessKeyId: string | undefined;
  /** Seconds since the epoch. */
  readonly EventTime: number;
  readonly EventSource: string;
  readonly Username: string | undefined;
  readonly Resources: readonly { readonly ResourceType?: string; readonly ResourceName?: string }[];
  readonly CloudTrailEvent: string;
}

/** Derives the members from a CloudTrail record. */
export function lookedUpEvent(record: CloudTrailRecord): LookedUpEvent {
  const identity = isInput(record.userIdentity) ? record.userIdentity : {};
  return {
    EventId: record.eventID,
    EventName: record.eventName,
    ReadOnly: String(record.readOnly ?? false),
    AccessKeyId: textOf(identity, 'accessKeyId'),
    EventTime: msOfInstant(record.eventTime) / 1000,
    EventSource: record.eventSource,
    Username: userName(identity),
    Resources: resources(record.resources),
    CloudTrailEvent: JSON.stringify(record),
  };
}

/** The user, or the session name of an assumed role, as AWS shows it. */
function userName(identity: Readonly<Record<string, unknown>>): string | undefined {
  if (identity.type === 'Root') return 'root';
  const session = textOf(identity, 'principalId')?.split(':')[1];
  return textOf(identity, 'userName') ?? session;
}

function resources(value: unknown): LookedUpEvent['Resources'] {
  if (!Array.isArray(value)) return [];
  return value.filter(isInput).map((resource) => {
    const type = textOf(resource, 'type');
    const name = textOf(resource, 'ARN');
    return {
      ...(type === undefined ? {} : { ResourceType: type }),
      ...(name === undefined ? {} : { ResourceName: name }),
    };
  });
}
