// A Bot API server of another project on loopback, for the tests: node telegram.js PORT
const TelegramServer = require('telegram-test-api');

new TelegramServer({ port: Number(process.argv[2]), host: '127.0.0.1', storeTimeout: 600 }).start();
