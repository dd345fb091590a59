import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useNotices } from '../components/notices.tsx';
import { useJobMessage } from './use-job-message.tsx';

/** The messages above the page: the running job first, then notices. */
export function Messages() {
  const { shown, dismiss } = useNotices();
  const job = useJobMessage();
  const notices = shown.map(
    ({ id, type, header, content, action }): FlashbarProps.MessageDefinition => ({
      id,
      type,
      header,
      content,
      ...(action === undefined
        ? {}
        : {
            buttonText: action.label,
            onButtonClick: () => {
              dismiss(id);
              action.run();
            },
          }),
      dismissible: true,
      dismissLabel: 'Dismiss',
      onDismiss: () => dismiss(id),
    }),
  );
  return <Flashbar items={job === null ? notices : [job, ...notices]} stackItems={false} />;
}
