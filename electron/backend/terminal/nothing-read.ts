import type { WorkspaceInfo } from '../../../shared/api/answers.ts';
import { failureText, unfinishedText } from '../../../shared/api/scan-words.ts';

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
