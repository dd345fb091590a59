import Header from '@cloudscape-design/components/header';
import type { ReactNode } from 'react';
import { useEffect } from 'react';

interface PageHeaderProps {
  readonly title: string;
  /** The page's answer in one sentence. */
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of a page: its name (the window's title too), its answer in a sentence, its actions. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · Assay`;
  }, [title]);
  return (
    <Header variant="h1" description={description} actions={actions}>
      {title}
    </Header>
  );
}
