// Reads names on standard input, one a line; writes {"seconds", "answers"} with the answers of npm's parse-torrent-title.
const { parse } = require('parse-torrent-title');
const names = require('fs').readFileSync(0, 'utf8').split('\n').slice(0, -1);
const rounds = Number(process.argv[2] || 1);
const answer = (name) => { try { return parse(name); } catch { return {}; } };
let answers = names.map(answer);
const before = process.cpuUsage();
for (let i = 0; i < rounds; i++) answers = names.map(answer);
const { user, system } = process.cpuUsage(before);
const seconds = (user + system) / 1e6 / rounds;
process.stdout.write(JSON.stringify({ seconds, answers }));
