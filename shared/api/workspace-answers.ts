import type { Day, Instant } from '../model/period.ts';
import type { SourceKind } from '../model/settings.ts';

/** A connection as the page sees it: never a credential. */
export interface Connection {
  readonly id: string;
  readonly label: string;
  readonly profile: string | null;
  readonly roleArn: string | null;
  readonly regions: readonly string[];
  readonly endpointUrl: string | null;
  /** Known after the first successful test or scan. */
  readonly accountId: string | null;
  /** Set where it reads the other accounts of its organisation too. */
  readonly organization: OrganizationReach | null;
}

/** How a connection reads the accounts of its organisation. */
export interface OrganizationReach {
  /** The role in each account: `arn:aws:iam::{account}:role/AssayReader`. */
  readonly rolePattern: string;
  /** The active accounts that the newest scan found, its own too; empty before the first. */
  readonly accounts: readonly ConnectedAccount[];
}

/** An account with its name in the organisation. */
export interface ConnectedAccount {
  readonly accountId: string;
  readonly name: string;
}

/** A scan that ended with an error. */
export interface ScanFailure {
  readonly at: Instant;
  readonly message: string;
}

/** A scan that was interrupted, and what it left that no later scan has read. */
export interface UnfinishedScan {
  readonly at: Instant;
  readonly sources: readonly SourceKind[];
}

/** The open workspace. */
export interface WorkspaceInfo {
  readonly name: string;
  readonly folder: string;
  readonly demo: boolean;
  readonly version: string;
  readonly connections: readonly Connection[];
  readonly lastScanAt: Instant | null;
  /** Set when the newest scan failed; what earlier ones read is kept. */
  readonly lastScanFailure: ScanFailure | null;
  /** Set after a scan that was interrupted, until what it left was read. */
  readonly unfinishedScan: UnfinishedScan | null;
  /** Newest day with usage or events; null while empty. */
  readonly newestDay: Day | null;
  readonly oldestDay: Day | null;
  readonly now: Instant;
}

export interface WorkspaceRef {
  readonly name: string;
  readonly folder: string;
  readonly demo: boolean;
  readonly open: boolean;
}
