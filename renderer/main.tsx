import '@cloudscape-design/global-styles/index.css';
import './theme/tokens.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectHost } from './api.ts';
import { App } from './app.tsx';
import { pages } from './pages/index.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
pages.find(({ path }) => path === window.location.pathname)?.preload();
createRoot(root).render(
  <StrictMode>
    <App api={connectHost()} />
  </StrictMode>,
);
