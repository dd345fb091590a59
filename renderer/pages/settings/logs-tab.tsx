import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { unwrap } from '../../../shared/api/result.ts';
import { Empty, Failed } from '../../components/states.tsx';
import { ExportProgress } from '../../components/table/export-progress.tsx';
import { PagedTable, SERVER_PAGE_ROWS } from '../../components/table/paged-table.tsx';
import { usePagedExport } from '../../components/table/use-paged-export.ts';
import { usePageApi } from '../../queries/page-api.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { useCall } from '../../queries/use-call.ts';
import { FILE_COLUMNS } from './file-columns.tsx';
import { FolderForm } from './folder-form.tsx';
import { FILE_STATUSES, type SettingsValues } from './settings-filters.ts';

interface LogsTabProps {
  readonly values: SettingsValues;
  readonly update: (patch: Partial<SettingsValues>) => void;
}

/** Opens a folder of exported logs, and lists what became of every file. */
export function LogsTab({ values, update }: LogsTabProps) {
  const start = useCall('import.start', { changes: ['job.current', 'files.list'] });
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Open a folder of logs</Header>}>
        <FolderForm
          label="Folder"
          description="CloudTrail files and model invocation logs, gzipped or not, nested as they are. Reading a folder again adds nothing twice."
          initial=""
          action="Import"
          busy={start.isPending}
          error={start.error?.message}
          onSubmit={(folder) => start.mutate({ folder })}
        />
      </Container>
      <FilesTable values={values} update={update} />
    </SpaceBetween>
  );
}

function FilesTable({ values, update }: LogsTabProps) {
  const { call } = usePageApi();
  const filter = values.fileStatuses.length === 0 ? {} : { statuses: [...values.fileStatuses] };
  const page = { ...filter, offset: values.fileOffset, limit: SERVER_PAGE_ROWS };
  const files = useAnswer('files.list', page, { keepPrevious: true });
  const exporting = usePagedExport({
    fileName: 'assay-files',
    title: 'Files',
    noun: 'file',
    columns: FILE_COLUMNS,
  });
  if (files.error !== null) {
    return <Failed what="Files" error={files.error} onRetry={() => void files.refetch()} />;
  }
  return (
    <SpaceBetween size="s">
      <ExportProgress {...exporting} />
      <PagedTable
        id="files"
        wrap
        title="Files"
        main
        description="What became of every file that was read, from folders and from S3"
        columns={FILE_COLUMNS}
        rows={files.data?.rows ?? []}
        total={files.data?.total ?? 0}
        trackBy={({ key }) => key}
        loading={files.isPending}
        offset={values.fileOffset}
        onOffset={(fileOffset) => update({ fileOffset })}
        exporting={exporting.progress !== null}
        onExport={(format) =>
          exporting.start(format, async (offset, limit) =>
            unwrap(await call('files.list', { ...filter, offset, limit })),
          )
        }
        filter={<StatusFilter values={values} update={update} />}
        empty={
          <Empty title={values.fileStatuses.length > 0 ? 'No file ended so' : 'No files yet'}>
            Every file of an import is listed here: taken, in part, left out or failed, and why.
          </Empty>
        }
      />
    </SpaceBetween>
  );
}

function StatusFilter({ values, update }: LogsTabProps) {
  return (
    <Multiselect
      ariaLabel="Status of files"
      placeholder="Every status"
      options={FILE_STATUSES.map((value) => ({ value, label: value }))}
      selectedOptions={values.fileStatuses.map((value) => ({ value, label: value }))}
      onChange={({ detail }) => {
        const chosen = detail.selectedOptions.map(({ value }) => value);
        update({
          fileStatuses: FILE_STATUSES.filter((status) => chosen.includes(status)),
          fileOffset: 0,
        });
      }}
    />
  );
}
