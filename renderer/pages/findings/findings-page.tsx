import './findings.css';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { FindingsAnswer } from '../../../shared/api/answers.ts';
import { DetailsPanel } from '../../components/details-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { Empty, Failed } from '../../components/states.tsx';
import { When } from '../../components/when.tsx';
import { useFilters } from '../../filters.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { FindingDetails } from './finding-details.tsx';
import { type FindingValues, findingFilterOf, findingFilters } from './finding-filters.ts';
import { filterFindings, headline } from './finding-view.ts';
import { FindingsFilterBar } from './findings-filter-bar.tsx';
import { FindingsTable } from './findings-table.tsx';
import { RulesTable } from './rules-table.tsx';

const NOTHING: FindingsAnswer = { takenAt: null, rules: [], findings: [] };

/** What is wrong, what nobody knows and why, with the evidence of each verdict. */
export function FindingsPage() {
  const [values, update] = useFilters(findingFilters);
  const answer = useAnswer('findings.list', {});
  const { takenAt, rules, findings } = answer.data ?? NOTHING;
  const open = findings.find(({ id }) => id === values.findingId);
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Findings"
        description={answer.data === undefined ? ' ' : <Answer answer={answer.data} />}
        actions={
          <SegmentedControl
            label="View"
            selectedId={values.view}
            options={[
              { id: 'findings', text: 'Findings' },
              { id: 'rules', text: 'By rule' },
            ]}
            onChange={({ detail }) =>
              update({ view: detail.selectedId === 'rules' ? 'rules' : 'findings', findingId: '' })
            }
          />
        }
      />
      {answer.error !== null ? (
        <Failed what="Findings" error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data !== undefined && takenAt === null ? (
        <NothingScanned />
      ) : values.view === 'rules' ? (
        <RulesTable rules={rules} findings={findings} loading={answer.isPending} />
      ) : (
        <FindingsView answer={answer.data} values={values} update={update} />
      )}
      {open === undefined ? null : (
        <DetailsPanel
          title={rules.find(({ id }) => id === open.ruleId)?.title ?? open.ruleId}
          onClose={() => update({ findingId: '' })}
        >
          <FindingDetails
            key={open.id}
            finding={open}
            rule={rules.find(({ id }) => id === open.ruleId)}
          />
        </DetailsPanel>
      )}
    </SpaceBetween>
  );
}

function Answer({ answer }: { readonly answer: FindingsAnswer }): ReactNode {
  if (answer.takenAt === null) return 'Nothing has been checked yet.';
  return (
    <>
      {headline(answer.findings)} Checked <When at={answer.takenAt} as="ago" />.
    </>
  );
}

function NothingScanned() {
  const settings = <PageLink to="/settings">Connect a profile and scan it</PageLink>;
  return (
    <Empty title="No findings yet" action={settings}>
      The rules judge what a scan reads: guardrails, logging, trails, models and the calls seen.
    </Empty>
  );
}

interface FindingsViewProps {
  readonly answer: FindingsAnswer | undefined;
  readonly values: FindingValues;
  readonly update: (
    patch: Partial<FindingValues>,
    options?: { readonly replace?: boolean },
  ) => void;
}

function FindingsView({ answer, values, update }: FindingsViewProps) {
  const { rules, findings } = answer ?? NOTHING;
  const shown = filterFindings(findings, findingFilterOf(values));
  return (
    <SpaceBetween size="m">
      <FindingsFilterBar
        values={values}
        rules={rules}
        findings={findings}
        shown={shown.length}
        onChange={update}
      />
      <FindingsTable
        findings={shown}
        rules={rules}
        loading={answer === undefined}
        openId={values.findingId}
        onOpen={({ id }) => update({ findingId: id }, { replace: values.findingId !== '' })}
        onClear={() =>
          update({
            statuses: ['fail', 'unknown', 'pass', 'not-applicable'],
            severities: [],
            rules: [],
            accounts: [],
            regions: [],
            text: '',
          })
        }
      />
    </SpaceBetween>
  );
}
