import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import ToggleButton from '@cloudscape-design/components/toggle-button';
import { type ReactNode, useState } from 'react';
import type { AppError } from '../../shared/model/app-error.ts';
import { Failed, Loading } from '../components/states.tsx';
import { ChartExport } from './chart-export.tsx';
import { ChartLegend, type LegendItem } from './chart-legend.tsx';
import { ChartTable, type ChartTableData } from './chart-table.tsx';

interface ChartFrameProps {
  /** What the chart says: `Claude Opus 5.5 is 61 % of October`. */
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  /** Pixels that are reserved whatever the state. */
  readonly height: number;
  /** True until there is something to draw. */
  readonly loading?: boolean;
  readonly error?: AppError | null;
  readonly onRetry?: () => void;
  /** Shown instead of a chart when there is nothing to draw. */
  readonly empty?: ReactNode;
  /** Older figures are shown while new ones are asked for. */
  readonly updating?: boolean;
  readonly legend: readonly LegendItem[];
  readonly table: ChartTableData;
  readonly children: ReactNode;
}

/** The one frame around every chart: title, states, legend, and the same figures as a table. */
export function ChartFrame(props: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const drawn = props.loading !== true && !props.error && props.empty === undefined;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={props.description}
          actions={
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              {props.actions}
              {drawn && props.table.exact !== undefined ? (
                <ChartExport data={props.table} exact={props.table.exact} />
              ) : null}
              <ToggleButton
                pressed={asTable}
                disabled={!drawn}
                onChange={({ detail }) => setAsTable(detail.pressed)}
              >
                Show as table
              </ToggleButton>
            </SpaceBetween>
          }
        >
          {props.title}
        </Header>
      }
      footer={drawn && !asTable ? <ChartLegend items={props.legend} /> : null}
    >
      <div style={{ minHeight: props.height }} aria-busy={props.updating === true}>
        <ChartBody {...props} asTable={asTable} />
      </div>
    </Container>
  );
}

function ChartBody(props: ChartFrameProps & { readonly asTable: boolean }) {
  if (props.error) {
    const { onRetry } = props;
    return (
      <Failed
        what="The chart"
        error={props.error}
        {...(onRetry === undefined ? {} : { onRetry })}
      />
    );
  }
  if (props.loading === true) return <Loading label="chart" height={props.height} />;
  if (props.empty !== undefined) return <Box padding={{ top: 'xxl' }}>{props.empty}</Box>;
  if (props.asTable) return <ChartTable data={props.table} height={props.height} />;
  return <div className={props.updating === true ? 'updating' : ''}>{props.children}</div>;
}
