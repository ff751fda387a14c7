// What the address answers until the platform itself does. Plain JavaScript on Node's own modules, because the set-up
// serves it before anything is installed; the platform serves the same from its first moment on.
import { createHash } from 'node:crypto';

/** In the order in which they are done; each in English and Chinese. */
const words = {
  install: ['Installing what is needed to run', '安装运行所需组件'],
  web: ['Building the web app', '构建网页应用'],
  database: ['Preparing the database', '准备数据库'],
  nation: ['Making the demonstration nation: no patient is real', '生成演示数据（患者均为虚构）'],
  release: ['Building the first release of de-identified data', '生成首个去标识化数据版本'],
};

const page = ({ script, style }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Starting · 正在启动 · NODP</title>
<noscript><meta http-equiv="refresh" content="3"></noscript>
<style>${style}</style>
</head>
<body>
<main>
<p lang="en">National Oncology Data Platform</p><p lang="zh-CN">国家肿瘤数据平台</p>
<h1><span lang="en">The platform is starting</span> <span lang="zh-CN">平台正在启动</span></h1>
<p><span lang="en">The first start takes about a minute. This page opens the platform when it is ready.</span>
<span lang="zh-CN">首次启动约需一分钟，就绪后本页会自动打开平台。</span></p>
<ol>STEPS</ol>
<p id="said" role="status"></p>
</main>
<script>${script}</script>
</body>
</html>
`;

const style = `
:root { --ink: #16202a; --quiet: #51606c; --ground: #f4f6f7; --paper: #fff; --line: #dde3e7; --main: #14506b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7ecef; --quiet: #a3b1bc; --ground: #10161b; --paper: #182027; --line: #2c3740; --main: #8cc7e3; }
}
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 520px; margin: 12vh auto; padding: 24px 28px; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
h1 { font-size: 20px; margin: 4px 0 8px; }
p { margin: 0; color: var(--quiet); }
ol { list-style: none; margin: 20px 0 12px; padding: 0; }
li { display: grid; grid-template-columns: 24px 1fr auto; padding: 6px 0; border-top: 1px solid var(--line); color: var(--quiet); }
li[data-state=now] { color: var(--ink); font-weight: 600; }
li b { color: var(--main); }
li i { font-style: normal; font-variant-numeric: tabular-nums; }
html.en [lang="zh-CN"], html.zh [lang=en] { display: none; }
`;

const script = `
const kept = (() => { try { return localStorage.getItem('nodp.language'); } catch { return null; } })();
const language = [kept, ...navigator.languages].find((l) => /^(en|zh)/i.test(l ?? ''));
const zh = /^zh/i.test(language ?? '');
document.documentElement.className = zh ? 'zh' : 'en';
document.documentElement.lang = zh ? 'zh-CN' : 'en';
document.title = (zh ? '正在启动' : 'Starting') + ' · NODP';
const said = document.getElementById('said');
let silent = 0;
let last = '';
const ask = async () => {
  try {
    const answer = await fetch('/starting.json', { cache: 'no-store' });
    if (!/json/.test(answer.headers.get('content-type') ?? '')) return location.reload();
    silent = 0;
    const { steps } = await answer.json();
    for (const step of steps) {
      const item = document.getElementById(step.id);
      if (!item) return location.reload();
      item.dataset.state = step.state;
      item.querySelector('b').textContent = { done: '✓', now: '…', waiting: '' }[step.state];
      item.querySelector('i').textContent = step.state === 'now' && step.share !== null ? Math.floor(step.share * 100) + '%' : '';
    }
    // Told once a step, not at every percent, to who listens.
    const now = steps.filter((step) => step.state === 'now').map((step) => step.id).join();
    if (now !== last) {
      last = now;
      said.textContent = [...document.querySelectorAll('li[data-state=now] span')].filter((s) => s.lang.startsWith(zh ? 'zh' : 'en')).map((s) => s.textContent).join(zh ? '、' : ', ');
    }
  } catch {
    if (++silent > 5) said.textContent = zh ? '地址没有应答，请查看启动平台的终端。' : 'The address does not answer: look at the terminal where the platform was started.';
  }
  setTimeout(ask, 1000);
};
ask();
`;

const hash = createHash('sha256').update(script).digest('base64');
const policy = `default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'`;

const mark = { done: '✓', now: '…', waiting: '' };

const item = ({ id, state, share }) => {
  const [en, zh] = words[id];
  const percent = state === 'now' && share !== null ? `${Math.floor(share * 100)}%` : '';
  return `<li id="${id}" data-state="${state}"><b aria-hidden="true">${mark[state]}</b><span><span lang="en">${en}</span> <span lang="zh-CN">${zh}</span></span><i>${percent}</i></li>`;
};

export const createStarting = (former = { steps: [] }) => {
  const steps = new Map(former.steps.map((step) => [step.id, step]));
  const set = (id, state, share = null) => {
    if (!(id in words)) throw new Error(`There is no step “${id}”.`);
    steps.set(id, { id, state, share });
  };
  const state = () => ({
    steps: Object.keys(words)
      .filter((id) => steps.has(id))
      .map((id) => steps.get(id)),
  });
  const answer = (path, accept) => {
    const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
    const json = (status, body) => ({
      status,
      headers: {
        ...headers,
        'content-type': 'application/json; charset=utf-8',
        'retry-after': '2',
      },
      body: JSON.stringify(body),
    });
    if (path === '/health/live') return json(200, { status: 'live' });
    if (path === '/health/ready') return json(503, { status: 'not ready' });
    if (path === '/starting.json') return json(200, state());
    if (!/text\/html/.test(accept ?? '')) {
      const message =
        'The platform is starting; try again in a minute. / 平台正在启动，请一分钟后再试。';
      return json(503, {
        code: 'UNAVAILABLE',
        message,
        errors: [{ message, extensions: { code: 'UNAVAILABLE' } }],
      });
    }
    return {
      status: 503,
      headers: {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'retry-after': '2',
        'content-security-policy': policy,
      },
      body: page({ script, style }).replace('STEPS', state().steps.map(item).join('')),
    };
  };
  return {
    plan: (...ids) => {
      for (const id of ids) if (!steps.has(id)) set(id, 'waiting');
    },
    begin: (id) => set(id, 'now'),
    progress: (id, share) => set(id, 'now', share),
    end: (id) => steps.has(id) && set(id, 'done'),
    state,
    answer,
  };
};
