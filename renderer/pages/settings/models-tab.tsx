import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Toggle from '@cloudscape-design/components/toggle';
import { Fragment } from 'react';
import type { ModelInfo } from '../../../shared/api/answers.ts';
import { dayOf } from '../../../shared/model/period.ts';
import { useNotices } from '../../components/notices.tsx';
import { Empty, Failed } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Tokens } from '../../components/tokens.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { useCall } from '../../queries/use-call.ts';
import { withApproval } from './approvals.ts';

/** Which models may be called: approval decides over findings and over the prompt lab. */
export function ModelsTab() {
  const { notify } = useNotices();
  const models = useAnswer('models.list', {});
  const settings = useAnswer('settings.get', {});
  const save = useCall('settings.update', {
    changes: ['settings.get', 'models.list', 'findings.list'],
  });
  const error = models.error ?? settings.error;
  if (error !== null) {
    const retry = () => void Promise.all([models.refetch(), settings.refetch()]);
    return <Failed what="Models" error={error} onRetry={retry} />;
  }
  const approvedIds = settings.data?.approvedModels ?? [];
  const approve = (model: ModelInfo, approved: boolean) =>
    save.mutate(
      { approvedModels: withApproval(approvedIds, model.modelId, approved) },
      {
        onError: ({ message }) => notify({ type: 'error', header: 'Not saved', content: message }),
      },
    );
  return (
    <DataTable
      id="models"
      wrap
      title="Approved models"
      main
      description={
        models.data === undefined
          ? ''
          : `${countOf(models.data.filter(({ approved }) => approved).length, 'model')} approved. The prompt lab uses approved ones only; a call to another is a finding.`
      }
      columns={[
        approvalColumn(approve, save.isPending || settings.data === undefined),
        ...MODEL_COLUMNS,
      ]}
      rows={models.data ?? []}
      trackBy={({ modelId }) => modelId}
      loading={models.isPending}
      initialSort={{ columnId: 'calls', descending: true }}
      empty={
        <Empty title="No models yet">
          Models are listed once an account was scanned, or logs were read.
        </Empty>
      }
    />
  );
}

function approvalColumn(
  approve: (model: ModelInfo, approved: boolean) => void,
  disabled: boolean,
): Column<ModelInfo> {
  return {
    id: 'approved',
    header: 'Approved',
    width: 116,
    cell: (model) => (
      <Toggle
        checked={model.approved}
        disabled={disabled}
        ariaLabel={`Approve ${model.label}`}
        onChange={({ detail }) => approve(model, detail.checked)}
      />
    ),
    csv: ({ approved }) => approved,
    sort: ({ approved }) => Number(approved),
  };
}

const MODEL_COLUMNS: readonly Column<ModelInfo>[] = [
  {
    id: 'label',
    header: 'Model',
    cell: ({ label }) => label,
    csv: ({ label }) => label,
    sort: ({ label }) => label,
    width: 150,
    grow: 1,
  },
  {
    id: 'id',
    header: 'Model id',
    cell: ({ modelId }) => <span title={modelId}>{modelId}</span>,
    csv: ({ modelId }) => modelId,
    sort: ({ modelId }) => modelId,
    width: 300,
    grow: 0.5,
    shown: 'wide',
  },
  {
    id: 'provider',
    header: 'Provider',
    cell: ({ provider }) => provider,
    csv: ({ provider }) => provider,
    sort: ({ provider }) => provider,
    width: 160,
  },
  {
    id: 'calls',
    header: 'Calls, 30 days',
    align: 'end',
    cell: ({ calls30d }) => <Tokens count={calls30d} of="calls in 30 days" />,
    csv: ({ calls30d }) => calls30d,
    sort: ({ calls30d }) => calls30d,
    width: 150,
  },
  {
    id: 'lifecycle',
    header: 'Lifecycle',
    cell: (model) => <Lifecycle model={model} />,
    csv: ({ lifecycleStatus, endOfLifeTime }) => `${lifecycleStatus} ${endOfLifeTime ?? ''}`.trim(),
    sort: ({ lifecycleStatus }) => lifecycleStatus,
    width: 240,
  },
  {
    id: 'priced',
    header: 'Price',
    cell: ({ priced }) => (priced ? 'known' : 'unpriced'),
    csv: ({ priced }) => priced,
    sort: ({ priced }) => Number(priced),
    width: 110,
  },
  {
    id: 'regions',
    header: 'Offered in',
    cell: ({ regions }) => <Regions regions={regions} />,
    csv: ({ regions }) => regions.join(' '),
    width: 320,
    grow: 1,
    shown: 'wide',
  },
];

/** Region codes, none of which is broken at its hyphens. */
function Regions({ regions }: { readonly regions: readonly string[] }) {
  if (regions.length === 0) return '-';
  return regions.map((region, index) => (
    <Fragment key={region}>
      {index === 0 ? '' : ', '}
      <span className="figure">{region}</span>
    </Fragment>
  ));
}

function Lifecycle({ model }: { readonly model: ModelInfo }) {
  const { lifecycleStatus, endOfLifeTime } = model;
  if (lifecycleStatus === 'ACTIVE') return <StatusIndicator type="success">active</StatusIndicator>;
  const until = endOfLifeTime === null ? '' : `, ends ${dayOf(endOfLifeTime)}`;
  if (lifecycleStatus !== 'LEGACY') {
    return <Box color="text-body-secondary">{`${lifecycleStatus.toLowerCase()}${until}`}</Box>;
  }
  return <StatusIndicator type="warning">{`legacy${until}`}</StatusIndicator>;
}
