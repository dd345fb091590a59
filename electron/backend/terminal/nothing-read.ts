import type { ScanFailure, UnfinishedScan, WorkspaceInfo } from '../../../shared/api/answers.ts';

/**
 * Says that a workspace holds nothing, and why, so that its zeros are not taken for an answer; null
 * once a scan or an import stored something.
 */
export function nothingRead(workspace: WorkspaceInfo): string | null {
  const { lastScanAt, newestDay, lastScanFailure, unfinishedScan } = workspace;
  if (lastScanAt !== null || newestDay !== null) return null;
  if (lastScanFailure !== null) return `Nothing was read yet. ${failureText(lastScanFailure)}`;
  if (unfinishedScan !== null) return `Nothing was read yet. ${unfinishedText(unfinishedScan)}`;
  return 'Nothing was read yet. Connect an account and scan it, or import a folder of logs.';
}

/** One scan that failed, as a sentence. */
export function failureText({ at, message }: ScanFailure): string {
  return `The scan of ${minuteOf(at)} failed: ${message}`;
}

/** One scan that was interrupted: what is not complete, and what to do. */
export function unfinishedText({ at, sources }: UnfinishedScan): string {
  return `The scan of ${minuteOf(at)} was interrupted: ${sources.join(', ')} may be incomplete. Scan again to complete them.`;
}

function minuteOf(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
