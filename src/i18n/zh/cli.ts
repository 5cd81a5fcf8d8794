/** What the command line says, in Chinese. */
export const zhCli = {
  'cli-usage': '用法：npm run --silent explore -- <命令> …，命令有：{commands}。',
  'cli-no-command': '缺少命令，现有的命令是：{commands}。',
  'cli-unknown-command': '没有“{command}”这个命令，现有的命令是：{commands}。',
  'cli-unknown-option': '{command} 没有 {option} 这个选项，现有的选项是：{known}。',
  'cli-option-value': '选项 {option} 的值应当是{expected}，得到的是“{value}”。',
  'cli-option-no-value': '选项 {option} 不带值，得到的是“{value}”。',
  'cli-expected-one-of': '其中之一：{values}',
  'cli-replay-usage': '用法：replay <链接> [--json] [--lang zh|en]，或 replay --library。',
  'cli-replay-no-link': 'replay 需要一个链接，例如 v1/half-message，也可以用 --library 列出命名的场景。',
  'cli-replay-many-links': 'replay 只要一个链接，得到了 {count} 个。',
  'cli-replay-link-and-library': 'replay 要么用一个链接，要么用 --library，不能两个都用。',
  'cli-settings': '设置：{settings}',
  'cli-shown': '显示到第 {at} 步，共 {steps} 步',
  'cli-ledger': '账本',
  'cli-ledger-line': '订单 {order}：{state}，积分 × {points}，{verdict}',
  'cli-ledger-empty': '还没有订单',
  'cli-option-no-text': '选项 {option} 需要一个值，但没有给出。',
  'cli-verify-usage':
    '用法：verify <链接> [--faults crash=1,drop=1,duplicate=1] [--orders n] [--property id] [--max-states n] [--max-depth n] [--max-memory MB] [--reduce | --promises] [--json] [--lang zh|en]。',
  'cli-verify-one-link': '命令 verify 需要一个链接，收到了 {count} 个。',
  'cli-verify-faults':
    '选项 --faults 需要形如 crash=1,drop=1,duplicate=1 的列表，每项不超过 {max}；收到的是“{value}”。',
  'cli-verify-orders': '选项 --orders 需要 1 到 {max} 的整数；收到的是“{value}”。',
  'cli-verify-whole': '选项 {option} 需要不小于 1 的整数；收到的是“{value}”。',
  'cli-verify-property': '选项 --property 需要以下之一：{known}；收到的是“{value}”。',
  'cli-verify-bound':
    '{crash} 次崩溃、{drop} 次丢失、{duplicate} 次重复、{orders} 个订单以内：已穷尽 {states} 个状态。',
  'cli-verify-stopped-states':
    '{crash} 次崩溃、{drop} 次丢失、{duplicate} 次重复、{orders} 个订单以内：探索到 {states} 个状态时停止。',
  'cli-verify-stopped-depth':
    '{crash} 次崩溃、{drop} 次丢失、{duplicate} 次重复、{orders} 个订单以内：走完 {depth} 层、{states} 个状态后停止。',
  'cli-verify-stopped-memory':
    '{crash} 次崩溃、{drop} 次丢失、{duplicate} 次重复、{orders} 个订单以内：内存在 {states} 个状态时用尽。',
  'cli-verify-no-promise': '选项 --promises 需要一个承诺；“{property}”只是要找一种运行。',
  'cli-verify-reduced-exact': '只在以后再没人读的内容上不同的状态，合并计数。',
  'cli-verify-reduced-promises': '只关心承诺会不会被打破时无从区分的状态，合并计数。找到的运行不一定最短。',
  'cli-verify-loops': '从第 {step} 步之后一直循环。',
  'cli-verify-promise-holds': '{property}：在此范围内不可能被打破。',
  'cli-verify-promise-violated': '{property}：{steps} 步之后被打破。',
  'cli-verify-promise-unknown': '{property}：未知。',
  'cli-verify-sometimes-holds': '{property}：{steps} 步之后出现。',
  'cli-verify-sometimes-violated': '{property}：在此范围内没有这样的运行。',
  'cli-verify-sometimes-unknown': '{property}：未知。',
  'cli-matrix-usage': '用法：matrix [--json] [--lang zh|en]。',
  'cli-matrix-no-arguments': '命令 matrix 不需要链接，收到了 {count} 个。',
  'cli-conform-usage': '用法：conform <文件>… [--json] [--lang zh|en]，文件是 RocketMQ 事件日志或观测记录的 JSON。',
  'cli-conform-no-file': 'conform 需要至少一个文件：RocketMQ 事件日志，或观测记录的 JSON。',
  'cli-conform-unreadable': '读不了文件 {file}（{code}）。',
  'cli-conform-bad-file': '{file}：{problem}',
  'cli-conform-admitted': '{file}：模型允许这次运行，{observations} 条观测中对上了 {matched} 条。',
  'cli-conform-rejected': '{file}：模型不允许这次运行，分歧在第 {at} 条（共 {observations} 条，从 0 数起）。{reason}',
  'cli-conform-unsupported': '{file}：这次运行超出了模型的范围（第 {at} 条，从 0 数起）。{reason}',
  'cli-conform-outside': '  模型之外：{kind} × {count}',
  'cli-conform-no-link': '  这次运行有 {steps} 步，超出了链接的长度，所以没有链接。',
  'cli-checksum': '校验值 {hash}，第 {at} 步',
} as const;

export type CliKey = keyof typeof zhCli;
export type CliTexts = { readonly [key in CliKey]: string };
