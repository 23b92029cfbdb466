{{/* Labels of an object: (list $ name component). */}}
{{- define "ecommerce.labels" -}}
{{- $root := index . 0 -}}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" | trunc 63 | quote }}
app.kubernetes.io/version: {{ $root.Chart.AppVersion | replace "+" "_" | trunc 63 | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service | quote }}
{{ include "ecommerce.podLabels" . }}
{{- end }}

{{/* Labels of a pod: (list $ name component). */}}
{{- define "ecommerce.podLabels" -}}
app.kubernetes.io/component: {{ index . 2 | quote }}
app.kubernetes.io/part-of: ecommerce
{{ include "ecommerce.selectorLabels" . }}
{{- end }}

{{/* What a selector looks for: (list $ name). */}}
{{- define "ecommerce.selectorLabels" -}}
app.kubernetes.io/name: {{ index . 1 | quote }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name | quote }}
{{- end }}

{{/* The image of a service: (list $ name). */}}
{{- define "ecommerce.image" -}}
{{- $values := (index . 0).Values -}}
{{- $image := (index $values.services (index . 1)).image -}}
{{- $repository := $image.repository | default (printf "%s/%s" ($values.images.registry | trimSuffix "/") (index . 1)) -}}
{{- if $image.digest -}}
{{ $repository }}@{{ $image.digest }}
{{- else -}}
{{ $repository }}:{{ $image.tag | default $values.images.tag | default (index . 0).Chart.AppVersion }}
{{- end -}}
{{- end }}

{{/* How many pods a service has: (list $ name). Zero is a number, too. */}}
{{- define "ecommerce.replicas" -}}
{{- $values := (index . 0).Values -}}
{{- $own := (index $values.services (index . 1)).replicas -}}
{{- ternary $values.replicas $own (kindIs "invalid" $own) | int -}}
{{- end }}

{{/* What a service's pods ask for and may take: (list $ name "requests" or "limits"). */}}
{{- define "ecommerce.resources" -}}
{{- $values := (index . 0).Values -}}
{{- get (index $values.services (index . 1)).resources (index . 2) | default (get $values.resources (index . 2)) | default dict | toYaml -}}
{{- end }}

{{/* The Secret with the services' secrets. */}}
{{- define "ecommerce.secretName" -}}
{{- ternary "ecommerce-secrets" .Values.secrets.existingSecret .Values.secrets.create -}}
{{- end }}

{{/* The Secret with a server's password, and the key in it: (list $ server). */}}
{{- define "ecommerce.passwordSecret" -}}
{{- (index (index . 0).Values (index . 1)).passwordSecret.name | default (include "ecommerce.secretName" (index . 0)) -}}
{{- end }}
{{- define "ecommerce.passwordKey" -}}
{{- $own := (index (index . 0).Values (index . 1)).passwordSecret -}}
{{- ternary $own.key (printf "%s-password" (index . 1)) (ne $own.name "") -}}
{{- end }}

{{/* Where a server is: (list $ server), (list $ server port). */}}
{{- define "ecommerce.serverHost" -}}
{{- $server := index (index . 0).Values (index . 1) -}}
{{- ternary (index . 1) $server.host $server.enabled -}}
{{- end }}
{{- define "ecommerce.serverPort" -}}
{{- $server := index (index . 0).Values (index . 1) -}}
{{- ternary (index . 2) $server.port $server.enabled | int -}}
{{- end }}

{{/* Whether TLS is spoken with a server, True or False as .NET writes it: (list $ server). The chart's own servers have no certificate. */}}
{{- define "ecommerce.serverTls" -}}
{{- $server := index (index . 0).Values (index . 1) -}}
{{- ternary "True" "False" (and (not $server.enabled) $server.tls) -}}
{{- end }}

{{/* The end of each connection string to PostgreSQL: (list $ server). */}}
{{- define "ecommerce.connectionOptions" -}}
{{- $server := index (index . 0).Values (index . 1) -}}
{{- if and (not $server.enabled) $server.connectionOptions }};{{ $server.connectionOptions }}{{ end -}}
{{- end }}

{{/* The certificates of the ingress. */}}
{{- define "ecommerce.ingressTls" -}}
{{- if .Values.ingress.tls.secretName -}}
- hosts:
  - {{ .Values.ingress.host | quote }}
  secretName: {{ .Values.ingress.tls.secretName | quote }}
{{- else -}}
{{- /* An empty list has to stand deeper than its key, where items need not. */ -}}
{{ "  []" }}
{{- end -}}
{{- end }}
