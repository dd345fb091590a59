import type { Day, Instant } from '../../../../shared/model/period.ts';
import accountsTold from './accounts-told.sql?raw';
import bearerCalls from './bearer-calls.sql?raw';
import callerCalls from './caller-calls.sql?raw';
import keyEvents from './key-events.sql?raw';
import rolePaths from './parts/role-paths.sql?raw';
import refusedCalls from './refused-calls.sql?raw';

/** UTC days or instants, `from` inclusive, `to` exclusive. */
interface Period {
  readonly from: Day | Instant;
  readonly to: Day | Instant;
}

/** Successful calls of one caller that no access policy tells apart. */
export interface CallerCalls {
  /** The user or role; roles with their path where an event told it. */
  readonly principalArn: string;
  readonly accountId: string;
  readonly region: string | null;
  readonly modelKey: string;
  /** What was put into the call, an id or an ARN; null where only its last part is known. */
  readonly called: string | null;
  /** The API operation: `Converse`, `InvokeModelWithResponseStream`, `CreateInference`, ... */
  readonly operation: string | null;
  /** The Region that served it, where a profile sent it on. */
  readonly destinationRegion: string | null;
  readonly plane: 'bedrock-runtime' | 'bedrock-mantle';
  /**
   * `<id or ARN>:<version>`, the version empty where the log has none; empty where the call had no
   * guardrail, null where no log tells.
   */
  readonly guardrail: string | null;
  readonly serviceTier: string | null;
  /** Whether an API key made it; null where no event tells. */
  readonly bearerToken: boolean | null;
  readonly calls: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Calls of one caller to one thing that were refused for want of a permission. */
export interface RefusedCalls {
  readonly principalArn: string;
  readonly accountId: string;
  readonly region: string;
  /** What was put into the call, an id or an ARN. */
  readonly called: string;
  readonly calls: number;
  readonly lastDay: Day;
}

/** The questions of the page Access. */
export interface AccessQuestions {
  'caller-calls': { readonly params: Period; readonly row: CallerCalls };
  'refused-calls': { readonly params: Period; readonly row: RefusedCalls };
  'accounts-told': { readonly params: Period; readonly row: { readonly accountId: string } };
  'key-events': {
    readonly params: Period;
    readonly row: {
      readonly eventId: string;
      readonly eventTime: Instant;
      readonly accountId: string | null;
      readonly principalArn: string | null;
    };
  };
  'bearer-calls': {
    readonly params: Period;
    readonly row: {
      readonly principalArn: string;
      readonly accountId: string;
      readonly calls: number;
      readonly failed: number;
      readonly lastUsedAt: Instant;
    };
  };
}

/** Their texts. */
export const ACCESS_TEXTS: Readonly<Record<keyof AccessQuestions, readonly string[]>> = {
  'caller-calls': [rolePaths, callerCalls],
  'refused-calls': [refusedCalls],
  'accounts-told': [accountsTold],
  'key-events': [keyEvents],
  'bearer-calls': [bearerCalls],
};
