import { createContext, useContext } from 'react';
import type { WorkspaceInfo } from '../../../shared/api/answers.ts';
import { failureText, minuteText, unfinishedText } from '../../../shared/api/scan-words.ts';
import { addDays, type Day, type Instant, type Period } from '../../../shared/model/period.ts';

/** What is true of every export of a page. */
export interface ExportPage {
  readonly workspace: Pick<
    WorkspaceInfo,
    'name' | 'demo' | 'version' | 'newestDay' | 'lastScanFailure' | 'unfinishedScan'
  >;
  /** Null where the page shows no days that were chosen. */
  readonly period: Period | null;
  /** Path and query of the page, which hold its filters. */
  readonly address: string;
  readonly now: Instant;
}

const NotesContext = createContext<() => readonly string[]>(() => []);

/** Gives tables what their exports say about the page, asked for when one is started. */
export const ExportNotesProvider = NotesContext.Provider;

/** What exports of this page say before what the table says itself. */
export function useExportNotes(): () => readonly string[] {
  return useContext(NotesContext);
}

/** Where an export comes from, its days, and what of them may be missing. */
export function exportNotes({ workspace, period, address, now }: ExportPage): readonly string[] {
  const { name, demo, version, lastScanFailure, unfinishedScan } = workspace;
  return [
    `Workspace ${name}, ${address}, written ${minuteText(now)} by Assay ${version}.`,
    ...(demo ? ['Demo account: simulated traffic. No figure here is yours.'] : []),
    ...(period === null ? [] : [periodText(period, workspace.newestDay)]),
    ...(lastScanFailure === null ? [] : [failureText(lastScanFailure)]),
    ...(unfinishedScan === null ? [] : [unfinishedText(unfinishedScan)]),
  ];
}

function periodText({ from, to }: Period, newestDay: Day | null): string {
  const last = addDays(to, -1);
  const days = `Period: ${from} to ${last}, days in UTC`;
  if (newestDay === null) return `${days}; nothing was read yet.`;
  return newestDay < last ? `${days}; read up to ${newestDay}.` : `${days}.`;
}
