// Shows the server's own OpenAPI document, and sends what is tried to this server as whoever is logged in to this page.
window.addEventListener('load', () => {
  SwaggerUIBundle({
    url: '/openapi?format=JSON',
    dom_id: '#api',
    deepLinking: true,
    docExpansion: 'list',
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor: (request) => {
      if (request.loadSpec) {
        request.headers.Accept = 'application/json';
      }
      return request;
    },
  });
});
