class PagesController < ApplicationController
  %w[home docs login].each do |name|
    define_method(name) { render html: Rails.root.join("#{name}.html").read.html_safe }
  end

  def description
    render json: Rails.root.join('openapi.json').read
  end

  def metadata
    render json: Rails.root.join('authorization-server.json').read
  end

  def status
    render json: { ok: true }
  end
end
